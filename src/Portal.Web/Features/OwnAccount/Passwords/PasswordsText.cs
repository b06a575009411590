namespace Portal.Web.Features.OwnAccount.Passwords;

/// <summary>Names the texts beside it.</summary>
public sealed class PasswordsText;
