namespace Portal.Web.Features.Exports;

/// <summary>Names the texts beside it.</summary>
public sealed class ExportsText;
