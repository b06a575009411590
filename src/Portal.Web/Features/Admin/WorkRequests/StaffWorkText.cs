namespace Portal.Web.Features.Admin.WorkRequests;

/// <summary>Names the texts beside it.</summary>
public sealed class StaffWorkText;
