// SPDX-License-Identifier: MIT
#pragma once

#include "views/shell/pagecontext.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace drydock::controls {
class Banner;
class ContentStack;
class TableView;
} // namespace drydock::controls

namespace drydock::station {

class StationController;

/// The switch, the address, what clients need, and the live requests.
class ServerPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerPanel)

public:
    ServerPanel(shell::PageContext &context, StationController &station, QWidget *parent = nullptr);

Q_SIGNALS:
    void switchWanted();

private:
    [[nodiscard]] QWidget *makeSwitch();
    [[nodiscard]] QWidget *makeCopyButtons();
    [[nodiscard]] QWidget *makeRequests();
    void refresh();
    void copyTrust();
    void copy(const std::string &text, const QString &what);

    shell::PageContext &m_context;
    StationController &m_station;
    controls::Banner *m_banner;
    QPushButton *m_switch = nullptr;
    QLabel *m_state = nullptr;
    QLineEdit *m_listen = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_fingerprint = nullptr;
    QLabel *m_validity = nullptr;
    QWidget *m_copies = nullptr;
    controls::ContentStack *m_requests = nullptr;
};

} // namespace drydock::station
