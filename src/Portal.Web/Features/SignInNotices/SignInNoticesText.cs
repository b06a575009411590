namespace Portal.Web.Features.SignInNotices;

/// <summary>Names the texts beside it.</summary>
public sealed class SignInNoticesText;
