namespace Portal.Web.Features.Admin.Staff;

/// <summary>Names the texts beside it.</summary>
public sealed class StaffPersonText;
