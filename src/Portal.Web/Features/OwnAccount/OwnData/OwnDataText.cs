namespace Portal.Web.Features.OwnAccount.OwnData;

/// <summary>Names the texts beside it.</summary>
public sealed class OwnDataText;
