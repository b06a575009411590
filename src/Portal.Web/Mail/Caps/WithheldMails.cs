namespace Portal.Web.Mail.Caps;

/// <summary>How many mails of this request do not go out, so that its page can say so (ML-08).</summary>
public sealed class WithheldMails
{
    public int Count { get; private set; }

    internal void Add() => Count++;
}
