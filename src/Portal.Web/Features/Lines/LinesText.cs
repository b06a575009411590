namespace Portal.Web.Features.Lines;

/// <summary>Names the texts beside it.</summary>
public sealed class LinesText;
