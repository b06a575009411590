namespace Portal.Web.Features.Shared;

/// <summary>Names the texts beside it.</summary>
public sealed class PasswordPolicyText;
