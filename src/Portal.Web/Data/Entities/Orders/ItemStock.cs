namespace Portal.Web.Data.Entities;

/// <summary>What the catalogue says of the stock.</summary>
public enum ItemStock
{
    Available,

    /// <summary>The provider asks first whether it can be had.</summary>
    OnRequest,
}
