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
a hair under the median; heightForAge; male; 365; -; 75.73; -; -; 0.00
beyond +3; weightForAge; male; 0; 5.6; -; -; -; 3.93
beyond -3; weightForAge; male; 0; 1.69; -; -; -; -4.03
beyond +3; weightForAge; male; 1000; 21.39; -; -; -; 3.69
beyond -3; weightForAge; male; 1000; 8.2; -; -; -; -4.23
beyond +3; weightForAge; male; 3000; 43.31; -; -; -; 3.07
beyond -3; weightForAge; male; 3000; 13.21; -; -; -; -4.95
day of birth; heightForAge; male; 0; -; 49.4; -; -; -0.26
under 9 months, said to stand; heightForAge; male; 273; -; 67.1; -; standing; -2.15
9 months to the hour, standing; heightForAge; male; 273.9375; -; 76.5; -; standing; 2.33
9 months, standing; heightForAge; male; 274; -; 71.4; -; standing; 0.06
two years less a day; heightForAge; male; 730; -; 95; -; -; 2.36
two years less a day, standing; heightForAge; male; 730; -; 80.6; -; standing; -2.13
two years less a day, lying; heightForAge; male; 730; -; 86.4; -; lying; -0.46
rounded up to two years, lying; heightForAge; male; 730.5; -; 86.7; -; lying; -0.37
two years; heightForAge; male; 731; -; 84.5; -; -; -0.86
two years, standing; heightForAge; male; 731; -; 91; -; standing; 1.27
two years, lying; heightForAge; male; 731; -; 91.5; -; lying; 1.20
last day under 60 months; heightForAge; male; 1826; -; 105.2; -; -; -1.03
60 months, still by the day; heightForAge; male; 1827; -; 112.5; -; -; 0.54
last day of the standards, lying; heightForAge; male; 1856; -; 103.5; -; lying; -1.65
61 months, the reference of 2007; heightForAge; male; 1857; -; 113.2; -; -; 0.64
61 months, lying; heightForAge; male; 1857; -; 114.4; -; lying; 0.75
between two months; heightForAge; male; 4398.25; -; 153.5; -; -; 0.58
last day of 228 months; heightForAge; male; 6939; -; 167.7; -; -; -1.21
228 months; heightForAge; male; 6939.75; -; 183.5; -; -; 0.95
over 228 months; heightForAge; male; 6940; -; 161.4; -; -; none
beyond +3; heightForAge; male; 0; -; 58.2; -; -; 4.39
beyond -3; heightForAge; male; 0; -; 41.9; -; -; -4.22
beyond +3; heightForAge; male; 1000; -; 109.6; -; -; 4.40
beyond -3; heightForAge; male; 1000; -; 79; -; -; -4.21
beyond +3; heightForAge; male; 3000; -; 153.6; -; -; 4.40
beyond -3; heightForAge; male; 3000; -; 104.4; -; -; -4.19
beyond +3; heightForAge; male; 6500; -; 209; -; -; 4.39
beyond -3; heightForAge; male; 6500; -; 144.5; -; -; -4.20
day of birth; bmiForAge; male; 0; 2.7; 50.6; -; -; -2.61
under 9 months, said to stand; bmiForAge; male; 273; 9.9; 72.8; -; standing; 1.03
9 months to the hour, standing; bmiForAge; male; 273.9375; 7.6; 72.9; -; standing; -2.57
9 months, standing; bmiForAge; male; 274; 9.3; 72.9; -; standing; 0.00
two years less a day; bmiForAge; male; 730; 12.6; 89; -; -; 0.14
two years less a day, standing; bmiForAge; male; 730; 12.8; 89; -; standing; 0.14
two years less a day, lying; bmiForAge; male; 730; 10.8; 89; -; lying; -1.93
rounded up to two years, lying; bmiForAge; male; 730.5; 12.4; 88.4; -; lying; 0.08
two years; bmiForAge; male; 731; 12.2; 88.4; -; -; -0.33
two years, standing; bmiForAge; male; 731; 14.7; 88.4; -; standing; 1.96
two years, lying; bmiForAge; male; 731; 14.8; 88.4; -; lying; 2.23
last day under 60 months; bmiForAge; male; 1826; 20.7; 111.8; -; -; 0.96
60 months, still by the day; bmiForAge; male; 1827; 17.1; 111.8; -; -; -1.25
last day of the standards, lying; bmiForAge; male; 1856; 22.7; 112.4; -; lying; 1.94
61 months, the reference of 2007; bmiForAge; male; 1857; 21.1; 112.1; -; -; 1.10
61 months, lying; bmiForAge; male; 1857; 16.2; 112.1; -; lying; -1.98
between two months; bmiForAge; male; 4398.25; 32.7; 152.2; -; -; -2.31
last day of 228 months; bmiForAge; male; 6939; 55.4; 179.5; -; -; -2.20
228 months; bmiForAge; male; 6939.75; 58.3; 179.5; -; -; -1.72
over 228 months; bmiForAge; male; 6940; 93.3; 179.5; -; -; none
beyond +3; bmiForAge; male; 0; 5.1; 50.6; -; -; 4.03
beyond -3; bmiForAge; male; 0; 2.3; 50.6; -; -; -4.27
beyond +3; bmiForAge; male; 1000; 20.1; 95.4; -; -; 4.22
beyond -3; bmiForAge; male; 1000; 10.2; 95.4; -; -; -4.37
beyond +3; bmiForAge; male; 3000; 40.5; 130.7; -; -; 3.19
beyond -3; bmiForAge; male; 3000; 17.6; 130.7; -; -; -5.33
beyond +3; bmiForAge; male; 6500; 115.3; 179; -; -; 3.09
beyond -3; bmiForAge; male; 6500; 37.3; 179; -; -; -5.55
day of birth; weightForHeight; male; 0; 3.07; 49.3; -; -; -0.43
shortest length; weightForHeight; male; 10; 2.59; 45; -; -; 0.64
under the shortest length; weightForHeight; male; 10; 2.26; 44.9; -; -; none
standing reaches the shortest length; weightForHeight; male; 300; 2.13; 44.3; -; standing; -1.52
standing does not reach it; weightForHeight; male; 300; 2.54; 44.2; -; standing; none
longest length; weightForHeight; male; 700; 15.62; 110; -; -; -1.84
over the longest length; weightForHeight; male; 700; 15.42; 110.1; -; -; none
standing passes the longest length; weightForHeight; male; 700; 19.24; 109.4; -; standing; none
two years less a day; weightForHeight; male; 730; 10.3; 86.4; -; -; -1.76
two years less a day, standing; weightForHeight; male; 730; 13.75; 86.4; -; standing; 1.62
two years less a day, lying; weightForHeight; male; 730; 13.79; 86.4; -; lying; 1.82
two years; weightForHeight; male; 731; 12.39; 86.4; -; -; 0.38
two years, standing; weightForHeight; male; 731; 10.16; 86.4; -; standing; -2.13
two years, lying; weightForHeight; male; 731; 12.59; 86.4; -; lying; 0.74
smallest height; weightForHeight; male; 800; 7.77; 65; -; -; 0.54
under the smallest height; weightForHeight; male; 800; 7.24; 64.9; -; -; none
lying comes down to the smallest height; weightForHeight; male; 800; 7.04; 65.7; -; lying; -0.67
lying falls under it; weightForHeight; male; 800; 8.75; 65.6; -; lying; none
largest height; weightForHeight; male; 1800; 21.68; 120; -; -; -0.33
over the largest height; weightForHeight; male; 1800; 18.67; 120.1; -; -; none
lying comes down to the largest height; weightForHeight; male; 1800; 25.87; 120.7; -; lying; 1.51
between two tenths; weightForHeight; male; 500; 11.68; 78.37; -; -; 1.65
between two tenths of height; weightForHeight; male; 1500; 15.26; 101.83; -; -; -0.48
last day under 60 months; weightForHeight; male; 1826; 20.65; 108.2; -; -; 1.61
60 months to the hour; weightForHeight; male; 1826.25; 18.42; 108.2; -; -; none
60 months; weightForHeight; male; 1827; 17.24; 108.2; -; -; none
beyond +3; weightForHeight; male; 200; 10.31; 66.1; -; -; 3.69
beyond -3; weightForHeight; male; 200; 5.36; 66.1; -; -; -4.23
beyond +3; weightForHeight; male; 1200; 19.06; 94.7; -; -; 3.70
beyond -3; weightForHeight; male; 1200; 10.06; 94.7; -; -; -4.19
day of birth; headForAge; male; 0; -; -; 35.6; -; 0.90
half a day is day 1; headForAge; male; 0.5; -; -; 35.6; -; 0.82
two years less a day; headForAge; male; 730; -; -; 51.1; -; 2.09
two years; headForAge; male; 731; -; -; 46.7; -; -1.14
last day under 60 months; headForAge; male; 1826; -; -; 53.9; -; 2.12
60 months to the hour; headForAge; male; 1826.25; -; -; 47.3; -; none
60 months; headForAge; male; 1827; -; -; 54.1; -; none
beyond +3; headForAge; male; 400; -; -; 51.9; -; 4.27
beyond -3; headForAge; male; 400; -; -; 40.8; -; -4.31
day of birth; weightForAge; female; 0; 2.47; -; -; -; -1.80
under half a day; weightForAge; female; 0.49; 2.23; -; -; -; -2.44
half a day is day 1; weightForAge; female; 0.5; 2.86; -; -; -; -0.75
two years less a day; weightForAge; female; 730; 9.76; -; -; -; -1.34
two years; weightForAge; female; 731; 8.98; -; -; -; -2.06
last day under 60 months; weightForAge; female; 1826; 13.06; -; -; -; -2.38
60 months, still by the day; weightForAge; female; 1827; 16.36; -; -; -; -0.74
last day of the standards; weightForAge; female; 1856; 12.5; -; -; -; -2.78
past the last day, not yet 61 months; weightForAge; female; 1856.5; 17.4; -; -; -; none
61 months, the reference of 2007; weightForAge; female; 1857; 16.22; -; -; -; -0.85
between two months; weightForAge; female; 1872.4; 15.22; -; -; -; -1.36
last day of weight; weightForAge; female; 3652; 27.62; -; -; -; -0.86
120 months; weightForAge; female; 3652.5; 25.81; -; -; -; -1.30
over 120 months; weightForAge; female; 3653; 25.64; -; -; -; none
a hair under the median; heightForAge; female; 365; -; 73.99; -; -; -0.01
beyond +3; weightForAge; female; 0; 5.34; -; -; -; 3.97
beyond -3; weightForAge; female; 0; 1.67; -; -; -; -4.00
beyond +3; weightForAge; female; 1000; 21.02; -; -; -; 3.42
beyond -3; weightForAge; female; 1000; 7.52; -; -; -; -4.52
beyond +3; weightForAge; female; 3000; 44.92; -; -; -; 2.94
beyond -3; weightForAge; female; 3000; 11.43; -; -; -; -5.22
day of birth; heightForAge; female; 0; -; 51.6; -; -; 1.32
under 9 months, said to stand; heightForAge; female; 273; -; 75.6; -; standing; 2.28
9 months to the hour, standing; heightForAge; female; 273.9375; -; 72.7; -; standing; 1.35
9 months, standing; heightForAge; female; 274; -; 73.1; -; standing; 1.51
two years less a day; heightForAge; female; 730; -; 88.7; -; -; 0.71
two years less a day, standing; heightForAge; female; 730; -; 81.6; -; standing; -1.27
two years less a day, lying; heightForAge; female; 730; -; 86.2; -; lying; -0.06
rounded up to two years, lying; heightForAge; female; 730.5; -; 80.1; -; lying; -1.96
two years; heightForAge; female; 731; -; 78.3; -; -; -2.30
two years, standing; heightForAge; female; 731; -; 80.2; -; standing; -1.71
two years, lying; heightForAge; female; 731; -; 93.1; -; lying; 2.07
last day under 60 months; heightForAge; female; 1826; -; 102.4; -; -; -1.48
60 months, still by the day; heightForAge; female; 1827; -; 109.4; -; -; -0.01
last day of the standards, lying; heightForAge; female; 1856; -; 108.5; -; lying; -0.45
61 months, the reference of 2007; heightForAge; female; 1857; -; 108; -; -; -0.34
61 months, lying; heightForAge; female; 1857; -; 112.8; -; lying; 0.52
between two months; heightForAge; female; 4398.25; -; 164.2; -; -; 1.86
last day of 228 months; heightForAge; female; 6939; -; 163.7; -; -; 0.08
228 months; heightForAge; female; 6939.75; -; 169.7; -; -; 1.00
over 228 months; heightForAge; female; 6940; -; 150.8; -; -; none
beyond +3; heightForAge; female; 0; -; 57.3; -; -; 4.38
beyond -3; heightForAge; female; 0; -; 41.3; -; -; -4.21
beyond +3; heightForAge; female; 1000; -; 108.9; -; -; 4.39
beyond -3; heightForAge; female; 1000; -; 77.4; -; -; -4.21
beyond +3; heightForAge; female; 3000; -; 153.6; -; -; 4.40
beyond -3; heightForAge; female; 3000; -; 103.3; -; -; -4.18
beyond +3; heightForAge; female; 6500; -; 192.2; -; -; 4.40
beyond -3; heightForAge; female; 6500; -; 135.2; -; -; -4.20
day of birth; bmiForAge; female; 0; 2.7; 49.9; -; -; -2.25
under 9 months, said to stand; bmiForAge; female; 273; 9.4; 71.1; -; standing; 1.16
9 months to the hour, standing; bmiForAge; female; 273.9375; 9.1; 71.1; -; standing; 0.59
9 months, standing; bmiForAge; female; 274; 8.5; 71.1; -; standing; -0.17
two years less a day; bmiForAge; female; 730; 13.7; 87.7; -; -; 1.63
two years less a day, standing; bmiForAge; female; 730; 10.1; 87.7; -; standing; -2.17
two years less a day, lying; bmiForAge; female; 730; 12.5; 87.7; -; lying; 0.62
rounded up to two years, lying; bmiForAge; female; 730.5; 12.7; 87; -; lying; 0.96
two years; bmiForAge; female; 731; 10; 87; -; -; -2.13
two years, standing; bmiForAge; female; 731; 12.9; 87; -; standing; 0.96
two years, lying; bmiForAge; female; 731; 11.4; 87; -; lying; -0.29
last day under 60 months; bmiForAge; female; 1826; 22.9; 111.3; -; -; 1.85
60 months, still by the day; bmiForAge; female; 1827; 15.2; 111.3; -; -; -2.38
last day of the standards, lying; bmiForAge; female; 1856; 16.2; 111.9; -; lying; -1.64
61 months, the reference of 2007; bmiForAge; female; 1857; 15.1; 111.5; -; -; -2.60
61 months, lying; bmiForAge; female; 1857; 21.8; 111.5; -; lying; 1.47
between two months; bmiForAge; female; 4398.25; 37.2; 154.2; -; -; -1.19
last day of 228 months; bmiForAge; female; 6939; 69.8; 165.8; -; -; 1.10
228 months; bmiForAge; female; 6939.75; 44; 165.8; -; -; -2.26
over 228 months; bmiForAge; female; 6940; 70; 165.8; -; -; none
beyond +3; bmiForAge; female; 0; 5; 49.9; -; -; 4.53
beyond -3; bmiForAge; female; 0; 2.2; 49.9; -; -; -4.33
beyond +3; bmiForAge; female; 1000; 19.8; 94.3; -; -; 4.03
beyond -3; bmiForAge; female; 1000; 9.6; 94.3; -; -; -4.46
beyond +3; bmiForAge; female; 3000; 42.6; 130.2; -; -; 3.00
beyond -3; bmiForAge; female; 3000; 15.7; 130.2; -; -; -5.63
beyond +3; bmiForAge; female; 6500; 101.6; 165.7; -; -; 3.10
beyond -3; bmiForAge; female; 6500; 28.3; 165.7; -; -; -5.60
day of birth; weightForHeight; female; 0; 2.68; 49.3; -; -; -2.07
shortest length; weightForHeight; female; 10; 2.12; 45; -; -; -1.70
under the shortest length; weightForHeight; female; 10; 1.99; 44.9; -; -; none
standing reaches the shortest length; weightForHeight; female; 300; 2.35; 44.3; -; standing; -0.51
standing does not reach it; weightForHeight; female; 300; 2.86; 44.2; -; standing; none
longest length; weightForHeight; female; 700; 18.06; 110; -; -; -0.16
over the longest length; weightForHeight; female; 700; 14.66; 110.1; -; -; none
standing passes the longest length; weightForHeight; female; 700; 21.38; 109.4; -; standing; none
two years less a day; weightForHeight; female; 730; 10.2; 86.4; -; -; -1.45
two years less a day, standing; weightForHeight; female; 730; 9.63; 86.4; -; standing; -2.32
two years less a day, lying; weightForHeight; female; 730; 10.91; 86.4; -; lying; -0.67
two years; weightForHeight; female; 731; 10.77; 86.4; -; -; -0.99
two years, standing; weightForHeight; female; 731; 11.69; 86.4; -; standing; -0.05
two years, lying; weightForHeight; female; 731; 10.06; 86.4; -; lying; -1.61
smallest height; weightForHeight; female; 800; 7.63; 65; -; -; 0.57
under the smallest height; weightForHeight; female; 800; 6.46; 64.9; -; -; none
lying comes down to the smallest height; weightForHeight; female; 800; 6.26; 65.7; -; lying; -1.64
lying falls under it; weightForHeight; female; 800; 6.72; 65.6; -; lying; none
largest height; weightForHeight; female; 1800; 23.24; 120; -; -; 0.19
over the largest height; weightForHeight; female; 1800; 19.07; 120.1; -; -; none
lying comes down to the largest height; weightForHeight; female; 1800; 25.06; 120.7; -; lying; 0.94
between two tenths; weightForHeight; female; 500; 9.25; 78.37; -; -; -0.62
between two tenths of height; weightForHeight; female; 1500; 15.48; 101.83; -; -; -0.20
last day under 60 months; weightForHeight; female; 1826; 20.33; 108.2; -; -; 1.32
60 months to the hour; weightForHeight; female; 1826.25; 14.85; 108.2; -; -; none
60 months; weightForHeight; female; 1827; 20.8; 108.2; -; -; none
beyond +3; weightForHeight; female; 200; 10.33; 66.1; -; -; 3.59
beyond -3; weightForHeight; female; 200; 4.99; 66.1; -; -; -4.34
beyond +3; weightForHeight; female; 1200; 19.39; 94.7; -; -; 3.60
beyond -3; weightForHeight; female; 1200; 9.48; 94.7; -; -; -4.32
day of birth; headForAge; female; 0; -; -; 31; -; -2.43
half a day is day 1; headForAge; female; 0.5; -; -; 34.6; -; 0.53
two years less a day; headForAge; female; 730; -; -; 49.6; -; 1.73
two years; headForAge; female; 731; -; -; 47.2; -; 0.01
last day under 60 months; headForAge; female; 1826; -; -; 46.8; -; -2.19
60 months to the hour; headForAge; female; 1826.25; -; -; 53.1; -; none
60 months; headForAge; female; 1827; -; -; 50.5; -; none
beyond +3; headForAge; female; 400; -; -; 51.2; -; 4.39
beyond -3; headForAge; female; 400; -; -; 39.3; -; -4.33`;
