namespace Portal.Web.Data.Entities;

/// <summary>When of a day somebody comes.</summary>
public enum DeliveryWindow
{
    Any,
    Morning,
    EarlyAfternoon,
    LateAfternoon,
    Evening,
}
