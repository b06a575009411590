namespace Portal.Web.Features.Sessions;

/// <summary>Names the texts beside it.</summary>
public sealed class SessionsText;
