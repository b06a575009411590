namespace Portal.Web.Features.Shared.Slips;

/// <summary>Words of the slip that is handed to somebody with a first password.</summary>
public sealed class SlipText;
