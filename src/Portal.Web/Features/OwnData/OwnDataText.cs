namespace Portal.Web.Features.OwnData;

/// <summary>Names the texts beside it.</summary>
public sealed class OwnDataText;
