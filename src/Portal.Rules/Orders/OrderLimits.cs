namespace Portal.Rules.Orders;

/// <summary>How much there may be of everything about orders; texts in code points.</summary>
public static class OrderLimits
{
    /// <summary>Delivery templates of one login ID (ORDER-3).</summary>
    public const int Templates = 5;

    /// <summary>Different items in one basket.</summary>
    public const int Lines = 50;

    /// <summary>Pieces of one item.</summary>
    public const int Quantity = 999;

    /// <summary>The name of a template.</summary>
    public const int TemplateName = 30;

    /// <summary>City and street, building, company.</summary>
    public const int AddressLine = 60;

    /// <summary>Somebody's name.</summary>
    public const int Name = 40;

    /// <summary>Remarks to an order, and why something is cancelled.</summary>
    public const int Remarks = 500;

    /// <summary>Why the provider decided as it did.</summary>
    public const int Reason = 500;

    /// <summary>The code of an item.</summary>
    public const int ItemCode = 20;

    /// <summary>The name of an item in one language.</summary>
    public const int ItemName = 60;

    /// <summary>What an item is, in one language.</summary>
    public const int ItemText = 1000;

    /// <summary>What the picture of an item shows, in one language.</summary>
    public const int PictureText = 100;

    /// <summary>The longest minimum term, in months: no longer than can be agreed on at once.</summary>
    public const int MinimumMonths = RentalPeriod.MostMonths;

    /// <summary>The last place within a category.</summary>
    public const int ItemPosition = 9_999;

    /// <summary>The dearest monthly price of one piece, in yen: no sum of an order comes near the end of the
    /// numbers.</summary>
    public const long MonthlyPrice = 10_000_000;
}
