namespace Portal.Web.Data.Entities;

/// <summary>What kind of thing is rented, in the order of the catalogue.</summary>
public enum ItemCategory
{
    Computers,
    Displays,
    Network,
    Furniture,
    Events,
    Supplies,
}
