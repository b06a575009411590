namespace Portal.Web.Features.Shared.Points;

/// <summary>Names the texts beside it.</summary>
public sealed class PointSharedText;
