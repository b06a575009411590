namespace Portal.Web.Features.Passwords;

/// <summary>Names the texts beside it.</summary>
public sealed class PasswordsText;
