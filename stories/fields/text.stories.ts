import type { Meta } from '@storybook/web-components-vite';
import { fieldStories } from './field-story.ts';

export default { title: 'Fields/Text' } satisfies Meta;

const name = fieldStories('hssk-text-field', 'administrative.fullName');
const issues = fieldStories('hssk-text-field', 'history.otherIssues');
const long =
  'Trước khi sinh khám thai 4 lần tại trạm.\nLần 3: phù nhẹ hai chân, đã hẹn khám lại sau 2 tuần.\n' +
  'Người nhà hỏi về việc chuyển tuyến khi có dấu hiệu bất thường; đã tư vấn và ghi số điện thoại của trạm.';

export const Empty = name();
export const Filled = name({ value: 'Lò Thị Mẫu' });
export const Missing = name({ reveal: true });
export const View = name({ value: 'Lò Thị Mẫu', mode: 'view' });
export const ViewEmpty = name({ mode: 'view' });
export const Narrow = name({ value: 'Nguyễn Phúc Tôn Nữ Thị Mẫu Hoàng Ngọc Minh Châu' }, { width: 'phone' });
export const English = name({ reveal: true }, { locale: 'en' });
export const SeveralLines = issues({ value: long });
export const SeveralLinesNarrow = issues({ value: long }, { width: 'phone' });
export const SeveralLinesView = issues({ value: long, mode: 'view' });
export const MarkupIsText = issues({ value: '<b>đau</b> & <script>alert(1)</script>', mode: 'view' });
