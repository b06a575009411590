using Portal.Rules.Cases;
using static Portal.Web.Data.Seed.Cases.DemoTalk;

namespace Portal.Web.Data.Seed.Cases;

/// <summary>
/// What customers of a security service ask, in words of their own. {0} is a host, {1} an address that belongs to
/// nobody, {2} a month.
/// </summary>
internal static class DemoTalks
{
    public static IReadOnlyList<DemoTalk> All { get; } = [.. Alerts(), .. Questions(), .. Faults(), .. Provider()];

    private static IEnumerable<DemoTalk> Alerts()
    {
        yield return new(CaseKind.Alert, "{0} で検知した総当たり攻撃のアラートについて",
            Customer("昨夜、`{0}` に対する総当たり攻撃のアラートを受け取りました。\n\n- 送信元：{1}\n- 時刻：2時10分ごろ\n\n侵入の形跡があるかどうか、教えてください。")
                .With("alert.png", "ログイン失敗の件数.png"),
            Taken(), Note("同じ送信元から他社にも来ている。公開の遮断リストには未登録。"),
            Ask("ログを確認しました。認証に成功した記録は**ありません**。\n\n念のため、`{0}` で `{1}` からの接続を許可する業務があるかどうか、教えてください。"));
        yield return new(CaseKind.Alert, "社内の端末から外部への不審な通信",
            Customer("営業部の端末1台が、業務時間外に外部へ通信していると通知が届きました。端末はネットワークから切り離しています。次に何をすればよいですか。"),
            Taken(), Desk("切り離しの判断は適切です。端末の電源は切らず、そのままにしておいてください。\n\n1. 使っていた利用者のパスワードを変更する\n2. 端末のメモリを保存する手順書を送る\n\n手順書は本日中に送ります。"),
            Note("証拠保全の担当へ引き継ぎ済み。優先度を上げた。"))
        { Priority = CasePriority.Urgent, IsConfidential = true, Followers = 1 };
        yield return new(CaseKind.Alert, "アラートの重要度を変更してほしい",
            Customer("検証環境の `{0}` で出る「新しい管理者アカウントの作成」は、毎週の自動試験によるものです。重要度を下げてもらえますか。"),
            Taken(), Ask("検証環境に限って「低」に下げます。対象は `{0}` だけで間違いないですか。"), Reply("はい、`{0}` だけです。本番環境は変更しないでください。"),
            Solve("設定を変更しました。本日18時以降の検知から「低」として通知します。本番環境は変更していません。"), Approve());
        yield return new(CaseKind.Alert, "同じアラートが何度も届く",
            Customer("`{0}` のディスク使用率のアラートが、10分おきに届いています。1回にまとめられませんか。"), Taken(),
            Solve("同じ内容の通知は、1時間に1回にまとめるように変更しました。"), Reject("変更後も10分おきに届いています。今朝だけで6件ありました。"),
            Desk("確認しました。別の監視項目から通知が出ていました。設定を見直しています。"));
        yield return new(CaseKind.Alert, "深夜のアラートの連絡先を追加したい",
            Customer("深夜帯のアラートの電話連絡先を1名追加したいです。手続きを教えてください。"), Taken(),
            Solve("連絡先は、契約管理者のかたが「作業依頼」から追加できます。急ぎの場合は、このケースで氏名と電話番号を知らせてください。"), Approve());
        yield return new(CaseKind.Alert, "{1} からの通信は遮断すべきか", Customer("`{1}` からの通信が増えています。取引先の可能性もあるため、遮断してよいか判断がつきません。評価を教えてください。"));
    }

    private static IEnumerable<DemoTalk> Questions()
    {
        yield return new(CaseKind.Specification, "ログの保存期間",
            Customer("契約しているログの保存期間と、期間を過ぎたログの扱いを教えてください。監査で説明が必要です。"), Taken(),
            Solve("保存期間は**1年**です。期間を過ぎたログは、翌月の初めに自動で消去します。証明書が必要な場合は発行できます。"), Approve());
        yield return new(CaseKind.Specification, "検知の対象になる通信の範囲",
            Customer("拠点間の閉域網の通信も検知の対象ですか。構成図を更新したので添付します。")
                .With("diagram.png", "ネットワーク構成.png"),
            Taken(), Ask("契約の内容では、閉域網のうち本社と接続する区間が対象です。拠点Aは契約の対象に含めますか。"));
        yield return new(CaseKind.Service, "レポートを英語で受け取りたい",
            Customer("海外拠点にも共有するため、月次レポートを英語でも受け取りたいです。"), Taken(), Desk("日本語と英語の両方を作成できます。開始月を確認しています。"));
        yield return new(CaseKind.Service, "ポータルの利用者を一括で登録する方法",
            Customer("新しい部署の12名を追加したいのですが、一人ずつ登録するしかないですか。"), Taken(),
            Solve("現在は一人ずつの登録です。一覧を送ってもらえれば、こちらで登録します。"), Approve())
        { Followers = 1 };
        yield return new(CaseKind.Service, "多要素認証の端末を変更した",
            Customer("スマートフォンを買い替えます。認証アプリの引き継ぎ方を教えてください。"), Taken(),
            Solve("「アカウント」の「セキュリティ」で新しい端末を追加してから、古い端末を削除してください。先に削除すると、ログインできなくなることがあります。"), Approve());
        yield return new(CaseKind.Other, "訪問日程の調整",
            Customer("定例会の日程を、来月の第2週に変更できますか。"), Taken(), Ask("第2週であれば、火曜日の午後か木曜日の午前が空いています。どちらがよいですか。"));
        yield return new(CaseKind.Other, "請求書の送付先を変更したい", Customer("本社の移転に伴い、請求書の送付先を変更したいです。必要な書類を教えてください。"));
        yield return new(CaseKind.MonthlyReport, "{2}の月次レポートの件数について",
            Customer("{2}のレポートで、検知の合計が一覧の件数と合いません。集計の条件を教えてください。"), Taken(),
            Solve("一覧は重要度「低」を含みません。合計との差は「低」の件数です。次回から注記を入れます。"));
        yield return new(CaseKind.Specification, "暗号化された通信の検査", Customer("TLS 1.3 の通信はどこまで検査できますか。"), Close());
    }

    private static IEnumerable<DemoTalk> Faults()
    {
        yield return new(CaseKind.Fault, "{0} のログが届いていない",
            Customer("`{0}` のログが、今朝から管理画面に表示されません。収集の状態を確認してください。"), Taken(),
            Ask("収集サーバーまで届いていないことを確認しました。`{0}` の設定を変更していないか、教えてください。\n\n```\nsystemctl status rsyslog\n```\n\nの結果も送ってください。"),
            Reply("昨日、OSの更新をしました。結果は `inactive (dead)` です。"), Note("更新でサービスの自動起動が無効になった可能性。既知の事象。"),
            Solve("更新によりサービスが停止していました。`systemctl enable --now rsyslog` で再開することを確認しています。"))
        { Priority = CasePriority.High };
        yield return new(CaseKind.Fault, "管理画面の表示が遅い", Customer("先週から、検索結果の表示に10秒以上かかることがあります。"), Taken(),
            Desk("発生した時刻が分かれば、教えてください。こちらでも性能を調べています。"), Customer("月曜日の9時台が特に遅かったです。"));
        yield return new(CaseKind.Fault, "センサー {0} が停止と表示される",
            Customer("`{0}` の状態が「停止」になっていますが、実機の電源は入っています。"), Taken(),
            Solve("監視用の通信が切れていました。回復したことを確認しています。"), Reject("再び「停止」と表示されました。"), Ask("切り分けのため、`{0}` から {1} への ping の結果を送ってください。"));
        yield return new(CaseKind.Fault, "通知メールが届かない", Customer("アラートの通知メールが昨日から届いていません。迷惑メールにも入っていません。"))
        { Priority = CasePriority.High };
    }

    private static IEnumerable<DemoTalk> Provider()
    {
        yield return new(CaseKind.ReportDelivery, "{2}の月次レポート",
            Desk("{2}の月次レポートを送ります。\n\n| 重要度 | 件数 |\n|---|---|\n| 高 | 2 |\n| 中 | 14 |\n| 低 | 131 |\n\n詳しくは添付のレポートにまとめました。定例会でも説明します。")
                .With("report.pdf", "月次セキュリティレポート.pdf"),
            Customer("受け取りました。ありがとうございます。"), Close());
        yield return new(CaseKind.HealthCheck, "サービス開始時の健全性確認",
            Desk("監視の開始にあたり、次の項目を確認しました。\n\n- ログの到達\n- 時刻の同期\n- 連絡先への試験通知\n\nすべて正常です。"), Close());
        yield return new(CaseKind.Alarm, "{0} の監視が途絶えました",
            Desk("`{0}` からの応答が5分間ありませんでした。回復を確認しています。"), Solve("一時的な回線の切断でした。10分後に回復しています。"));
    }
}
