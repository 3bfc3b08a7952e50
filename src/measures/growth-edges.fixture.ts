/**
 * Both sexes at every edge of every indicator: rule; indicator; sex; age in days; kg; cm; head in cm; position; z-score
 * (`none` = there is none, `-` = not measured). Worked out from WHO's published rows and formula by another program, rounded
 * half away from zero. Imports nothing.
 */
export const edgeRows = `day of birth; weightForAge; male; 0; 4.41; -; -; -; 1.98
under half a day; weightForAge; male; 0.49; 3.54; -; -; -; 0.39
half a day is day 1; weightForAge; male; 0.5; 3.76; -; -; -; 0.87
two years less a day; weightForAge; male; 730; 13.49; -; -; -; 0.92
two years; weightForAge; male; 731; 13.4; -; -; -; 0.85
last day under 60 months; weightForAge; male; 1826; 20.62; -; -; -; 0.86
60 months, still by the day; weightForAge; male; 1827; 22.01; -; -; -; 1.33
last day of the standards; weightForAge; male; 1856; 19.53; -; -; -; 0.40
past the last day, not yet 61 months; weightForAge; male; 1856.5; 24.75; -; -; -; none
61 months, the reference of 2007; weightForAge; male; 1857; 20; -; -; -; 0.59
between two months; weightForAge; male; 1872.4; 21.23; -; -; -; 1.00
last day of weight; weightForAge; male; 3652; 41.72; -; -; -; 1.63
120 months; weightForAge; male; 3652.5; 42.49; -; -; -; 1.72
over 120 months; weightForAge; male; 3653; 40.1; -; -; -; none
beyond +3; weightForAge; male; 0; 5.6; -; -; -; 3.93
beyond -3; weightForAge; male; 0; 1.69; -; -; -; -4.03
beyond +3; weightForAge; male; 1000; 21.39; -; -; -; 3.69
beyond -3; weightForAge; male; 1000; 8.2; -; -; -; -4.23
beyond +3; weightForAge; male; 3000; 43.31; -; -; -; 3.07
beyond -3; weightForAge; male; 3000; 13.21; -; -; -; -4.95
day of birth; heightForAge; male; 0; -; 49.4; -; -; -0.26
under 9 months, said to stand; heightForAge; male; 273; -; 67.1; -; standing; -2.15
9 months, standing; heightForAge; male; 274; -; 76.5; -; standing; 2.33
two years less a day; heightForAge; male; 730; -; 87; -; -; -0.26
two years less a day, standing; heightForAge; male; 730; -; 95; -; standing; 2.59
two years less a day, lying; heightForAge; male; 730; -; 80.6; -; lying; -2.36
rounded up to two years, lying; heightForAge; male; 730.5; -; 85.7; -; lying; -0.70
two years; heightForAge; male; 731; -; 86.7; -; -; -0.14
two years, standing; heightForAge; male; 731; -; 84.5; -; standing; -0.86
two years, lying; heightForAge; male; 731; -; 91; -; lying; 1.04
last day under 60 months; heightForAge; male; 1826; -; 116.6; -; -; 1.43
60 months, still by the day; heightForAge; male; 1827; -; 105.3; -; -; -1.01
last day of the standards, lying; heightForAge; male; 1856; -; 113.1; -; lying; 0.41
61 months, the reference of 2007; heightForAge; male; 1857; -; 103.4; -; -; -1.50
61 months, lying; heightForAge; male; 1857; -; 113.2; -; lying; 0.49
between two months; heightForAge; male; 4398.25; -; 155.5; -; -; 0.87
last day of 228 months; heightForAge; male; 6939; -; 180.8; -; -; 0.58
228 months; heightForAge; male; 6939.75; -; 167.6; -; -; -1.23
over 228 months; heightForAge; male; 6940; -; 183.5; -; -; none
beyond +3; heightForAge; male; 0; -; 58.2; -; -; 4.39
beyond -3; heightForAge; male; 0; -; 41.9; -; -; -4.22
beyond +3; heightForAge; male; 1000; -; 109.6; -; -; 4.40
beyond -3; heightForAge; male; 1000; -; 79; -; -; -4.21
beyond +3; heightForAge; male; 3000; -; 153.6; -; -; 4.40
beyond -3; heightForAge; male; 3000; -; 104.4; -; -; -4.19
beyond +3; heightForAge; male; 6500; -; 209; -; -; 4.39
beyond -3; heightForAge; male; 6500; -; 144.5; -; -; -4.20
day of birth; bmiForAge; male; 0; 2.8; 50.6; -; -; -2.20
under 9 months, said to stand; bmiForAge; male; 273; 7.3; 72.8; -; standing; -2.82
9 months, standing; bmiForAge; male; 274; 9.9; 72.9; -; standing; 0.77
two years less a day; bmiForAge; male; 730; 10.4; 89; -; -; -2.47
two years less a day, standing; bmiForAge; male; 730; 12.7; 89; -; standing; 0.04
two years less a day, lying; bmiForAge; male; 730; 12.6; 89; -; lying; 0.14
rounded up to two years, lying; bmiForAge; male; 730.5; 12.8; 88.4; -; lying; 0.48
two years; bmiForAge; male; 731; 10.9; 88.4; -; -; -1.86
two years, standing; bmiForAge; male; 731; 12.4; 88.4; -; standing; -0.12
two years, lying; bmiForAge; male; 731; 12.2; 88.4; -; lying; -0.13
last day under 60 months; bmiForAge; male; 1826; 22.5; 111.8; -; -; 1.84
60 months, still by the day; bmiForAge; male; 1827; 22.9; 111.8; -; -; 2.02
last day of the standards, lying; bmiForAge; male; 1856; 21; 112.4; -; lying; 1.14
61 months, the reference of 2007; bmiForAge; male; 1857; 17.4; 112.1; -; -; -1.20
61 months, lying; bmiForAge; male; 1857; 22.5; 112.1; -; lying; 1.93
between two months; bmiForAge; male; 4398.25; 46.2; 152.2; -; -; 0.99
last day of 228 months; bmiForAge; male; 6939; 54.2; 179.5; -; -; -2.41
228 months; bmiForAge; male; 6939.75; 55.8; 179.5; -; -; -2.13
over 228 months; bmiForAge; male; 6940; 55.4; 179.5; -; -; none
beyond +3; bmiForAge; male; 0; 5.1; 50.6; -; -; 4.03
beyond -3; bmiForAge; male; 0; 2.3; 50.6; -; -; -4.27
beyond +3; bmiForAge; male; 1000; 20.1; 95.4; -; -; 4.22
beyond -3; bmiForAge; male; 1000; 10.2; 95.4; -; -; -4.37
beyond +3; bmiForAge; male; 3000; 40.5; 130.7; -; -; 3.19
beyond -3; bmiForAge; male; 3000; 17.6; 130.7; -; -; -5.33
beyond +3; bmiForAge; male; 6500; 115.3; 179; -; -; 3.09
beyond -3; bmiForAge; male; 6500; 37.3; 179; -; -; -5.55
day of birth; weightForHeight; male; 0; 2.83; 49.3; -; -; -1.36
shortest length; weightForHeight; male; 10; 2.93; 45; -; -; 1.93
under the shortest length; weightForHeight; male; 10; 2.35; 44.9; -; -; none
standing reaches the shortest length; weightForHeight; male; 300; 2.59; 44.3; -; standing; 0.64
standing does not reach it; weightForHeight; male; 300; 2.26; 44.2; -; standing; none
longest length; weightForHeight; male; 700; 16.03; 110; -; -; -1.53
over the longest length; weightForHeight; male; 700; 18.94; 110.1; -; -; none
standing passes the longest length; weightForHeight; male; 700; 15.6; 109.4; -; standing; none
two years less a day; weightForHeight; male; 730; 10.13; 86.4; -; -; -1.98
two years less a day, standing; weightForHeight; male; 730; 12.61; 86.4; -; standing; 0.59
two years less a day, lying; weightForHeight; male; 730; 10.3; 86.4; -; lying; -1.76
two years; weightForHeight; male; 731; 13.75; 86.4; -; -; 1.62
two years, standing; weightForHeight; male; 731; 13.98; 86.4; -; standing; 1.82
two years, lying; weightForHeight; male; 731; 12.21; 86.4; -; lying; 0.37
smallest height; weightForHeight; male; 800; 6.27; 65; -; -; -2.13
under the smallest height; weightForHeight; male; 800; 7.9; 64.9; -; -; none
lying comes down to the smallest height; weightForHeight; male; 800; 7.77; 65.7; -; lying; 0.54
lying falls under it; weightForHeight; male; 800; 7.24; 65.6; -; lying; none
largest height; weightForHeight; male; 1800; 21; 120; -; -; -0.67
over the largest height; weightForHeight; male; 1800; 26.88; 120.1; -; -; none
lying comes down to the largest height; weightForHeight; male; 1800; 21.68; 120.7; -; lying; -0.33
between two tenths; weightForHeight; male; 500; 8.67; 78.37; -; -; -1.95
between two tenths of height; weightForHeight; male; 1500; 18.09; 101.83; -; -; 1.53
last day under 60 months; weightForHeight; male; 1826; 20.7; 108.2; -; -; 1.64
60 months; weightForHeight; male; 1827; 17.16; 108.2; -; -; none
beyond +3; weightForHeight; male; 200; 10.31; 66.1; -; -; 3.69
beyond -3; weightForHeight; male; 200; 5.36; 66.1; -; -; -4.23
beyond +3; weightForHeight; male; 1200; 19.06; 94.7; -; -; 3.70
beyond -3; weightForHeight; male; 1200; 10.06; 94.7; -; -; -4.19
day of birth; headForAge; male; 0; -; -; 36.9; -; 1.92
half a day is day 1; headForAge; male; 0.5; -; -; 35; -; 0.35
two years less a day; headForAge; male; 730; -; -; 47.6; -; -0.48
two years; headForAge; male; 731; -; -; 49.5; -; 0.92
last day under 60 months; headForAge; male; 1826; -; -; 51.9; -; 0.78
60 months; headForAge; male; 1827; -; -; 53.9; -; none
beyond +3; headForAge; male; 400; -; -; 51.9; -; 4.27
beyond -3; headForAge; male; 400; -; -; 40.8; -; -4.31
day of birth; weightForAge; female; 0; 2.84; -; -; -; -0.89
under half a day; weightForAge; female; 0.49; 2.11; -; -; -; -2.78
half a day is day 1; weightForAge; female; 0.5; 3.03; -; -; -; -0.36
two years less a day; weightForAge; female; 730; 7.86; -; -; -; -3.21
two years; weightForAge; female; 731; 9.12; -; -; -; -1.92
last day under 60 months; weightForAge; female; 1826; 12.33; -; -; -; -2.82
60 months, still by the day; weightForAge; female; 1827; 16.28; -; -; -; -0.78
last day of the standards; weightForAge; female; 1856; 15.05; -; -; -; -1.39
past the last day, not yet 61 months; weightForAge; female; 1856.5; 13.57; -; -; -; none
61 months, the reference of 2007; weightForAge; female; 1857; 13.27; -; -; -; -2.41
between two months; weightForAge; female; 1872.4; 16.53; -; -; -; -0.75
last day of weight; weightForAge; female; 3652; 20.03; -; -; -; -3.08
120 months; weightForAge; female; 3652.5; 29.88; -; -; -; -0.38
over 120 months; weightForAge; female; 3653; 27.57; -; -; -; none
beyond +3; weightForAge; female; 0; 5.34; -; -; -; 3.97
beyond -3; weightForAge; female; 0; 1.67; -; -; -; -4.00
beyond +3; weightForAge; female; 1000; 21.02; -; -; -; 3.42
beyond -3; weightForAge; female; 1000; 7.52; -; -; -; -4.52
beyond +3; weightForAge; female; 3000; 44.92; -; -; -; 2.94
beyond -3; weightForAge; female; 3000; 11.43; -; -; -; -5.22
day of birth; heightForAge; female; 0; -; 50.1; -; -; 0.51
under 9 months, said to stand; heightForAge; female; 273; -; 73.6; -; standing; 1.45
9 months, standing; heightForAge; female; 274; -; 71.9; -; standing; 1.02
two years less a day; heightForAge; female; 730; -; 88.6; -; -; 0.68
two years less a day, standing; heightForAge; female; 730; -; 90.6; -; standing; 1.52
two years less a day, lying; heightForAge; female; 730; -; 93.8; -; lying; 2.29
rounded up to two years, lying; heightForAge; female; 730.5; -; 89.1; -; lying; 0.83
two years; heightForAge; female; 731; -; 89.7; -; -; 1.23
two years, standing; heightForAge; female; 731; -; 88; -; standing; 0.70
two years, lying; heightForAge; female; 731; -; 80.9; -; lying; -1.71
last day under 60 months; heightForAge; female; 1826; -; 109.1; -; -; -0.07
60 months, still by the day; heightForAge; female; 1827; -; 101.1; -; -; -1.75
last day of the standards, lying; heightForAge; female; 1856; -; 99; -; lying; -2.43
61 months, the reference of 2007; heightForAge; female; 1857; -; 101.4; -; -; -1.72
61 months, lying; heightForAge; female; 1857; -; 120.5; -; lying; 2.14
between two months; heightForAge; female; 4398.25; -; 141.3; -; -; -1.49
last day of 228 months; heightForAge; female; 6939; -; 163.1; -; -; -0.01
228 months; heightForAge; female; 6939.75; -; 161.3; -; -; -0.28
over 228 months; heightForAge; female; 6940; -; 160.9; -; -; none
beyond +3; heightForAge; female; 0; -; 57.3; -; -; 4.38
beyond -3; heightForAge; female; 0; -; 41.3; -; -; -4.21
beyond +3; heightForAge; female; 1000; -; 108.9; -; -; 4.39
beyond -3; heightForAge; female; 1000; -; 77.4; -; -; -4.21
beyond +3; heightForAge; female; 3000; -; 153.6; -; -; 4.40
beyond -3; heightForAge; female; 3000; -; 103.3; -; -; -4.18
beyond +3; heightForAge; female; 6500; -; 192.2; -; -; 4.40
beyond -3; heightForAge; female; 6500; -; 135.2; -; -; -4.20
day of birth; bmiForAge; female; 0; 3.5; 49.9; -; -; 0.57
under 9 months, said to stand; bmiForAge; female; 273; 9.9; 71.1; -; standing; 1.72
9 months, standing; bmiForAge; female; 274; 8.5; 71.1; -; standing; -0.17
two years less a day; bmiForAge; female; 730; 12.9; 87.7; -; -; 0.97
two years less a day, standing; bmiForAge; female; 730; 9.9; 87.7; -; standing; -2.43
two years less a day, lying; bmiForAge; female; 730; 9.8; 87.7; -; lying; -2.35
rounded up to two years, lying; bmiForAge; female; 730.5; 13.1; 87; -; lying; 1.31
two years; bmiForAge; female; 731; 12.7; 87; -; -; 0.78
two years, standing; bmiForAge; female; 731; 11.9; 87; -; standing; 0.03
two years, lying; bmiForAge; female; 731; 13.7; 87; -; lying; 1.80
last day under 60 months; bmiForAge; female; 1826; 15.7; 111.3; -; -; -2.01
60 months, still by the day; bmiForAge; female; 1827; 20; 111.3; -; -; 0.56
last day of the standards, lying; bmiForAge; female; 1856; 20.7; 111.9; -; lying; 0.91
61 months, the reference of 2007; bmiForAge; female; 1857; 15.6; 111.5; -; -; -2.19
61 months, lying; bmiForAge; female; 1857; 20.8; 111.5; -; lying; 1.04
between two months; bmiForAge; female; 4398.25; 40.2; 154.2; -; -; -0.51
last day of 228 months; bmiForAge; female; 6939; 77; 165.8; -; -; 1.68
228 months; bmiForAge; female; 6939.75; 41.7; 165.8; -; -; -2.73
over 228 months; bmiForAge; female; 6940; 45; 165.8; -; -; none
beyond +3; bmiForAge; female; 0; 5; 49.9; -; -; 4.53
beyond -3; bmiForAge; female; 0; 2.2; 49.9; -; -; -4.33
beyond +3; bmiForAge; female; 1000; 19.8; 94.3; -; -; 4.03
beyond -3; bmiForAge; female; 1000; 9.6; 94.3; -; -; -4.46
beyond +3; bmiForAge; female; 3000; 42.6; 130.2; -; -; 3.00
beyond -3; bmiForAge; female; 3000; 15.7; 130.2; -; -; -5.63
beyond +3; bmiForAge; female; 6500; 101.6; 165.7; -; -; 3.10
beyond -3; bmiForAge; female; 6500; 28.3; 165.7; -; -; -5.60
day of birth; weightForHeight; female; 0; 2.66; 49.3; -; -; -2.16
shortest length; weightForHeight; female; 10; 2.78; 45; -; -; 1.32
under the shortest length; weightForHeight; female; 10; 2.26; 44.9; -; -; none
standing reaches the shortest length; weightForHeight; female; 300; 2.72; 44.3; -; standing; 1.09
standing does not reach it; weightForHeight; female; 300; 2.1; 44.2; -; standing; none
longest length; weightForHeight; female; 700; 20.38; 110; -; -; 1.10
over the longest length; weightForHeight; female; 700; 15.2; 110.1; -; -; none
standing passes the longest length; weightForHeight; female; 700; 15.7; 109.4; -; standing; none
two years less a day; weightForHeight; female; 730; 9.4; 86.4; -; -; -2.43
two years less a day, standing; weightForHeight; female; 730; 11.2; 86.4; -; standing; -0.54
two years less a day, lying; weightForHeight; female; 730; 13.4; 86.4; -; lying; 1.61
two years; weightForHeight; female; 731; 11.58; 86.4; -; -; -0.16
two years, standing; weightForHeight; female; 731; 9.52; 86.4; -; standing; -2.46
two years, lying; weightForHeight; female; 731; 13.39; 86.4; -; lying; 1.60
smallest height; weightForHeight; female; 800; 6.36; 65; -; -; -1.46
under the smallest height; weightForHeight; female; 800; 5.89; 64.9; -; -; none
lying comes down to the smallest height; weightForHeight; female; 800; 6.82; 65.7; -; lying; -0.66
lying falls under it; weightForHeight; female; 800; 6.63; 65.6; -; lying; none
largest height; weightForHeight; female; 1800; 22.71; 120; -; -; -0.05
over the largest height; weightForHeight; female; 1800; 19.52; 120.1; -; -; none
lying comes down to the largest height; weightForHeight; female; 1800; 24.14; 120.7; -; lying; 0.57
between two tenths; weightForHeight; female; 500; 8.74; 78.37; -; -; -1.27
between two tenths of height; weightForHeight; female; 1500; 13.62; 101.83; -; -; -1.65
last day under 60 months; weightForHeight; female; 1826; 16.59; 108.2; -; -; -0.83
60 months; weightForHeight; female; 1827; 18.23; 108.2; -; -; none
beyond +3; weightForHeight; female; 200; 10.33; 66.1; -; -; 3.59
beyond -3; weightForHeight; female; 200; 4.99; 66.1; -; -; -4.34
beyond +3; weightForHeight; female; 1200; 19.39; 94.7; -; -; 3.60
beyond -3; weightForHeight; female; 1200; 9.48; 94.7; -; -; -4.32
day of birth; headForAge; female; 0; -; -; 31.7; -; -1.84
half a day is day 1; headForAge; female; 0.5; -; -; 35.3; -; 1.12
two years less a day; headForAge; female; 730; -; -; 46.3; -; -0.63
two years; headForAge; female; 731; -; -; 46.9; -; -0.20
last day under 60 months; headForAge; female; 1826; -; -; 52.2; -; 1.60
60 months; headForAge; female; 1827; -; -; 47.1; -; none
beyond +3; headForAge; female; 400; -; -; 51.2; -; 4.39
beyond -3; headForAge; female; 400; -; -; 39.3; -; -4.33`;
