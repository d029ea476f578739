export * from '../elements/register/register.js';
