namespace Portal.Web.Features.Admin.Orders;

/// <summary>Names the texts beside it.</summary>
public sealed class StaffOrderText;
