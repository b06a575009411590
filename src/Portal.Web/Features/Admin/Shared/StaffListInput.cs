using Microsoft.AspNetCore.Http.Extensions;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>
/// Whose something is and when it came, as conditions read it: of one that is compiled, which of them are given decides
/// its shape.
/// </summary>
public record StaffConditions(Guid? Author, DateTimeOffset? Since, DateTimeOffset? Until)
{
    public virtual object Given => (Author is not null, Since is not null, Until is not null);
}

/// <summary>
/// What the staff's queues take beside their own conditions: whose something is, and when it came. Pages of people and
/// figures lead to a list with them, so that what was counted is what stands there (ADMIN-2, ADMIN-9).
/// </summary>
public abstract class StaffListInput : ListInput
{
    public string? Tenant { get; set; }

    /// <summary>The account that asked for it.</summary>
    public Guid? Author { get; set; }

    /// <summary>First day on which it came, in the reader's zone.</summary>
    public string? From { get; set; }

    /// <summary>Last day, in the reader's zone.</summary>
    public string? To { get; set; }

    /// <summary>As parameters of an address, those that are set.</summary>
    public IEnumerable<(string Name, string? Value)> Led => [("author", Author?.ToString()), ("from", Given(From)), ("to", Given(To))];

    /// <summary>Some of them are in force.</summary>
    protected bool IsLed => Author is not null || DayRange.Day(From) is not null || DayRange.Day(To) is not null;

    /// <summary>The tenant and what leads here, as the end of an address.</summary>
    /// <param name="others">Parameters in front of them.</param>
    public string Conditions(params IEnumerable<(string Name, string? Value)> others)
    {
        var builder = new QueryBuilder();
        foreach (var (name, value) in others.Append(("tenant", Given(Tenant))).Concat(Led))
        {
            if (value is not null)
            {
                builder.Add(name, value);
            }
        }

        return builder.ToString();
    }

    /// <summary>What leads here, as conditions read it.</summary>
    /// <param name="startOfDay">When a day begins where the reader is.</param>
    public StaffConditions Asked(Func<DateOnly, DateTimeOffset> startOfDay)
    {
        var days = Days(startOfDay);
        return new StaffConditions(Author, days.Since, days.Until);
    }

    /// <summary>The days; what is no day is no condition (IV-09).</summary>
    public DayRange Days(Func<DateOnly, DateTimeOffset> startOfDay) => DayRange.Read(From, To, startOfDay);
}
