namespace Portal.Web.Features.Telephony.TemporaryPasswords;

/// <summary>Names the texts beside it.</summary>
public sealed class PhonePasswordText;
