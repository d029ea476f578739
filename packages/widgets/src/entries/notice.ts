export * from '../elements/notice/notice.js';
