namespace Portal.Web.Audit.Histories;

/// <summary>Words of histories, the same on screen and in files.</summary>
public sealed class HistoryText;
