namespace Portal.Web.Features.Admin.Search;

/// <summary>Names the texts beside it.</summary>
public sealed class StaffSearchText;
