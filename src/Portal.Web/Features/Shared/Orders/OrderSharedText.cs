namespace Portal.Web.Features.Shared.Orders;

/// <summary>Words about orders that customers and staff share.</summary>
public sealed class OrderSharedText;
