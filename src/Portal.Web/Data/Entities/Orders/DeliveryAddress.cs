namespace Portal.Web.Data.Entities;

/// <summary>
/// Where goods are brought to or fetched from, as it was typed: a value, copied wherever it is used, so that a template
/// that changes changes no order (ORDER-2).
/// </summary>
public sealed record DeliveryAddress
{
    /// <summary>Seven digits.</summary>
    public required string PostalCode { get; init; }

    public required string Prefecture { get; init; }

    public required string City { get; init; }

    /// <summary>Part of the city and number.</summary>
    public required string Street { get; init; }

    public string Building { get; init; } = "";

    public string Company { get; init; } = "";

    public string Department { get; init; } = "";

    /// <summary>Who takes delivery.</summary>
    public required string Name { get; init; }

    public required string Kana { get; init; }

    public required string Phone { get; init; }
}
