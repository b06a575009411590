namespace Portal.Web.Features.OwnAccount.Hub;

/// <summary>Names the texts beside it.</summary>
public sealed class AccountText;
