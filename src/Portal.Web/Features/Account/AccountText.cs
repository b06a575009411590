namespace Portal.Web.Features.Account;

/// <summary>Names the texts beside it.</summary>
public sealed class AccountText;
