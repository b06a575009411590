using System.Globalization;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Http.Languages;

/// <summary>Moments as the person in front of the screen reads them.</summary>
public interface IDisplayTime
{
    /// <summary>IANA identifier of the reader's zone.</summary>
    string Zone { get; }

    /// <summary>The zone, to be put after the heading of a column of moments.</summary>
    string ZoneInWords { get; }

    DateTimeOffset ToZone(DateTimeOffset value);

    /// <summary>The moment at which a day begins where the reader is, in UTC.</summary>
    DateTimeOffset StartOfDay(DateOnly day);

    string Format(DateTimeOffset value, TimeStyle style = TimeStyle.List);
}

internal sealed class DisplayTime(CurrentSession session, CurrentTenant tenant) : IDisplayTime
{
    public string Zone => Own.Name;

    public string ZoneInWords => Own.Label(MomentText.IsJapanese(CultureInfo.CurrentUICulture));

    private NamedZone Portal => tenant.OrNull?.Zone ?? NamedZone.Of(null);

    private NamedZone Own => session.TimeZone is { } chosen ? NamedZone.Of(chosen) : Portal;

    public DateTimeOffset ToZone(DateTimeOffset value) => Own.At(value);

    public DateTimeOffset StartOfDay(DateOnly day) => Own.StartOf(day);

    public string Format(DateTimeOffset value, TimeStyle style = TimeStyle.List)
    {
        var text = MomentText.Of(ToZone(value), style, CultureInfo.CurrentUICulture);
        return MomentText.ShowsClock(style) && Zone != Portal.Name ? text + ZoneInWords : text;
    }
}
