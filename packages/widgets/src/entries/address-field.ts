export * from '../elements/address-field/address-field.js';
