namespace Portal.Web.Features.Telephony;

/// <summary>Names the texts beside it.</summary>
public sealed class VoiceText;
