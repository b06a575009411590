namespace Portal.Web.Features.Admin.Points;

/// <summary>Names the texts beside it.</summary>
public sealed class PointStaffText;
