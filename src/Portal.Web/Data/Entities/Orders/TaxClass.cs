namespace Portal.Web.Data.Entities;

/// <summary>By which of the rates that the profile names something is taxed.</summary>
public enum TaxClass
{
    Standard,

    /// <summary>Food and drink.</summary>
    Reduced,
}
