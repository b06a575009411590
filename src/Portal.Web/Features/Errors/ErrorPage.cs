namespace Portal.Web.Features.Errors;

/// <summary>
/// What an error page tells. Reference: the number under which the log has it. Minutes: when to try again.
/// </summary>
public sealed record ErrorPage(int Status, string? Reference, int? Minutes)
{
    private static readonly int[] Known = [400, 403, 404, 405, 409, 413, 422, 429, 500, 503];

    /// <summary>Who is signed in, where a form was meant for another (SE-14).</summary>
    public string? SignedInAs { get; init; }

    /// <summary>The form came without the cookie that belongs to it.</summary>
    public bool NeedsCookies { get; init; }

    /// <summary>Where the password is changed, where nothing else is allowed before that (TEMP-6).</summary>
    public string? ChangeUrl { get; init; }

    /// <summary>Why it has to be changed.</summary>
    public string? ChangeReason { get; init; }

    /// <summary>In whose place somebody asked for what is that one's alone (SE-13).</summary>
    public string? ActingFor { get; init; }

    /// <summary>
    /// Where whoever has several contracts switches, and comes back: what was asked for may belong to another of them.
    /// </summary>
    public string? SwitchUrl { get; init; }

    /// <summary>Whose rights nobody in a contract sets.</summary>
    public bool OfStaff { get; init; }

    /// <summary>
    /// Who sets rights in a contract, in the portal's own word; null where nobody of the customer's does.
    /// </summary>
    public string? Manager { get; init; }

    /// <summary>Statuses without a text of their own read like their family.</summary>
    public string TextKey => this switch
    {
        { ActingFor: not null } => "403.Acting",
        { ChangeUrl: not null } => "403.Change",
        { OfStaff: true, Status: StatusCodes.Status403Forbidden } => "403.Staff",
        { Manager: null, Status: StatusCodes.Status403Forbidden } => "403.Nobody",
        _ => Family,
    };

    /// <summary>What stands below the title.</summary>
    public string LeadKey => TextKey + ".Text" + (ChangeUrl is null || ActingFor is not null ? "" : "." + ChangeReason);

    private string Family =>
        (Known.Contains(Status) ? Status : Status >= 500 ? 500 : 400).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
