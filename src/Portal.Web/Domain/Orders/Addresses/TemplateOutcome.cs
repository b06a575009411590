using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Orders.Addresses;

/// <summary>What became of an act on a delivery template.</summary>
public abstract record TemplateOutcome
{
    private TemplateOutcome()
    {
    }

    public sealed record Done(DeliveryTemplate Row) : TemplateOutcome;

    /// <summary>It was so already; nothing is recorded.</summary>
    public sealed record Unchanged : TemplateOutcome;

    /// <summary>The login ID has as many as it may have (ORDER-3).</summary>
    public sealed record Full : TemplateOutcome;

    /// <summary>Another one of the login ID has that name.</summary>
    public sealed record NameTaken : TemplateOutcome;

    /// <summary>Saved by a colleague since the form was opened (SAFE-1).</summary>
    /// <param name="Row">As it is now.</param>
    public sealed record Elsewhere(DeliveryTemplate Row) : TemplateOutcome;

    /// <summary>A colleague deleted it.</summary>
    public sealed record Gone : TemplateOutcome;
}
