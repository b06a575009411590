namespace Portal.Web.Features.Orders;

/// <summary>Names the texts beside it.</summary>
public sealed class OrdersText;
