namespace Portal.Web.Features.OwnAccount.Exports;

/// <summary>Names the texts beside it.</summary>
public sealed class ExportsText;
