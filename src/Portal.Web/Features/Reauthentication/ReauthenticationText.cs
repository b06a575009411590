namespace Portal.Web.Features.Reauthentication;

/// <summary>Names the texts beside it.</summary>
public sealed class ReauthenticationText;
