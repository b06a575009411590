namespace Portal.Web.Features.SignIn;

/// <summary>Names the texts beside it.</summary>
public sealed class SignInText;
