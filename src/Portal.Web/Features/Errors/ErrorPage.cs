namespace Portal.Web.Features.Errors;

/// <summary>What an error page tells. Reference: the number under which the log has it. Minutes: when to try again.</summary>
public sealed record ErrorPage(int Status, string? Reference, int? Minutes)
{
    private static readonly int[] Known = [400, 403, 404, 405, 409, 413, 422, 429, 500, 503];

    /// <summary>Statuses without a text of their own read like their family.</summary>
    public string TextKey => (Known.Contains(Status) ? Status : Status >= 500 ? 500 : 400).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
