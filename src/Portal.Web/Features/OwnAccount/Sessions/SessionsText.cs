namespace Portal.Web.Features.OwnAccount.Sessions;

/// <summary>Names the texts beside it.</summary>
public sealed class SessionsText;
