namespace Portal.Web.Features.Shared.Passwords;

/// <summary>Names the texts beside it.</summary>
public sealed class PasswordPolicyText;
