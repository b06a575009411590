namespace Portal.Web.Data.Entities;

/// <summary>Something that can be rented (ORDER-1). What it costs stands in <see cref="ItemPrice"/>.</summary>
public sealed class RentalItem : ITenantOwned, INamedGood, IVersioned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    /// <summary>By which addresses and documents name it.</summary>
    public required string Code { get; set; }

    public ItemCategory Category { get; set; }

    public required string Name { get; set; }

    public string? NameEn { get; set; }

    public string Text { get; set; } = "";

    public string? TextEn { get; set; }

    /// <summary>Names in both languages and code, as they are searched for.</summary>
    public string SearchKey { get; set; } = "";

    /// <summary>Whoever gives it back before pays the rest; 0 for none.</summary>
    public int MinimumMonths { get; set; }

    public ItemStock Stock { get; set; }

    public TaxClass TaxClass { get; set; }

    /// <summary>Name of the drawing that shows it.</summary>
    public string Picture { get; set; } = "";

    /// <summary>It can be ordered; what is no longer offered stays for the orders that name it.</summary>
    public bool IsOffered { get; set; }

    /// <summary>Within its category.</summary>
    public int Position { get; set; }

    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string? ChangedBy { get; set; }

    public string TextIn(string language) => NamedGoods.In(language, Text, TextEn);
}
