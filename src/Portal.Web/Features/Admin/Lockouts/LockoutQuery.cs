namespace Portal.Web.Features.Admin.Lockouts;

/// <summary>Conditions and order of the list, as they stand in its address.</summary>
public sealed class LockoutQuery
{
    public string? Tenant { get; set; }

    public string? Q { get; set; }

    /// <summary>One of <see cref="LockoutList.Orders"/>; anything else is the usual order (IV-09).</summary>
    public string? Sort { get; set; }

    public int? Page { get; set; }

    public int Active => new[] { Tenant, Q }.Count(condition => !string.IsNullOrWhiteSpace(condition));
}
