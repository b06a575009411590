namespace Portal.Rules.Cases;

/// <summary>What a case is about: what a customer can ask (CASE-1), and what staff or systems open (CASE-2).</summary>
public enum CaseKind
{
    /// <summary>How the service is used.</summary>
    Service,

    /// <summary>What the service does.</summary>
    Specification,

    /// <summary>An alert that was sent.</summary>
    Alert,

    /// <summary>Something does not work.</summary>
    Fault,

    /// <summary>A question about a monthly report.</summary>
    MonthlyReport,

    /// <summary>Anything else.</summary>
    Other,

    /// <summary>A request of the catalogue that was accepted.</summary>
    WorkRequest,

    /// <summary>A monthly report is delivered.</summary>
    ReportDelivery,

    /// <summary>A watched system reported something.</summary>
    Alarm,

    /// <summary>The check at the start of the service.</summary>
    HealthCheck,

    /// <summary>More credits were used than bought.</summary>
    CreditOverrun,
}

/// <summary>Kinds of cases by who opens them.</summary>
public static class CaseKinds
{
    /// <summary>What a customer chooses among; all others are opened by the provider.</summary>
    public static IReadOnlyList<CaseKind> OfCustomers { get; } =
        [CaseKind.Service, CaseKind.Specification, CaseKind.Alert, CaseKind.Fault, CaseKind.MonthlyReport, CaseKind.Other];

    /// <summary>What the staff and systems choose among; accepted requests open theirs themselves (CASE-2).</summary>
    public static IReadOnlyList<CaseKind> OfProviders { get; } =
        [CaseKind.ReportDelivery, CaseKind.Alarm, CaseKind.HealthCheck, CaseKind.CreditOverrun, .. OfCustomers];

    /// <summary>What the list of monthly reports shows: deliveries, and questions about them (CASE-5).</summary>
    public static IReadOnlyList<CaseKind> OfReports { get; } = [CaseKind.ReportDelivery, CaseKind.MonthlyReport];
}
